package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import jp.shomei.contracts.institution.Contact;
import org.axonframework.serialization.Revision;

/**
 * Contact or terminal name of an issued certificate were changed. The address to which notices are posted never is.
 *
 * @param requestId the certificate
 * @param before 変更前
 * @param contact 変更後
 * @param terminalNameBefore 端末名称等, 変更前
 * @param terminalName 端末名称等, 変更後
 * @param changedOn the day in Japan
 */
@Revision("1")
public record ContactChanged(
        String requestId,
        Contact before,
        Contact contact,
        String terminalNameBefore,
        String terminalName,
        LocalDate changedOn)
        implements CertificateEvent {}
