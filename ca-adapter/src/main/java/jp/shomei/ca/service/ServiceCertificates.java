package jp.shomei.ca.service;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import javax.sql.DataSource;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.lint.Linted;
import jp.shomei.ca.lint.ServiceLinter;
import jp.shomei.ca.publication.PublicAddresses;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.Registration;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.SerialNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Issues the certificates of the system's own services. As with holders', the serial number is registered before the issuing
 * key is used and the certificate before anyone gets it, each in a transaction of its own.
 */
public final class ServiceCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCertificates.class);

    private final CertificateAuthority authority;
    private final CertificateRegister register;
    private final TransactionTemplate ownTransaction;
    private final ServiceTemplate template;
    private final ServiceLinter linter;
    private final Clock clock;
    private final SecureRandom random;

    /**
     * @param dataSource the durable store, in which the register is
     * @param organization the organization in every name
     * @param addresses where the authority publishes
     */
    public ServiceCertificates(
            CertificateAuthority authority,
            CertificateRegister register,
            DataSource dataSource,
            String organization,
            PublicAddresses addresses,
            Clock clock,
            SecureRandom random) {
        this.authority = authority;
        this.register = register;
        this.ownTransaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.template = new ServiceTemplate(organization, addresses);
        this.linter = new ServiceLinter(organization, addresses);
        this.clock = clock;
        this.random = random;
    }

    /**
     * A new certificate, valid from today.
     *
     * @throws jp.shomei.ca.authority.SigningFailed if the issuing key cannot be used
     * @throws jp.shomei.ca.lint.LintRefused if it must not be signed, as when the issuer is about to lapse
     */
    public X509Certificate issue(ServiceOrder order) {
        return sign(intend(order));
    }

    /**
     * Registers that a certificate, valid from today, may be signed.
     *
     * @throws jp.shomei.ca.lint.LintRefused if it must not be; nothing is registered then
     */
    public ServiceIntent intend(ServiceOrder order) {
        byte[] toBeSigned = template.fill(order, SerialNumbers.next(random), clock.instant());
        linter.lint(toBeSigned, order.service(), order.issuer());
        Registration registration = Registration.ofToBeSigned(toBeSigned, null, null);
        ownTransaction.executeWithoutResult(transaction -> register.prepared(registration));
        return new ServiceIntent(order, toBeSigned, registration);
    }

    /**
     * Signs what is registered. If that fails it may be tried again: it is the same certificate then.
     *
     * @throws jp.shomei.ca.authority.SigningFailed if the issuing key cannot be used
     * @throws jp.shomei.ca.lint.LintRefused if it must not be signed any more
     */
    public X509Certificate sign(ServiceIntent intent) {
        ServiceOrder order = intent.order();
        Registration registration = intent.registration();
        Linted linted = linter.lint(intent.toBeSigned(), order.service(), order.issuer());
        LOG.info("Signing {} for {}", registration.serialNumber(), order.service());
        byte[] certificate = authority.sign(linted);
        ownTransaction.executeWithoutResult(transaction -> register.signed(registration, certificate));
        LOG.info("Signed {} for {}", registration.serialNumber(), order.service());
        return Certificates.read(certificate);
    }
}
