package jp.shomei.ca.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Base64;
import jp.shomei.ca.Orders;
import jp.shomei.ca.Room;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.signing.HolderKey;
import jp.shomei.ca.signing.SigningDrafts;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.Names;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;

class RequestNamesTest {

    private final KeyPair keys = Room.holderKeys();
    private final X500Name holder = Names.of(TestAuthority.ORGANIZATION, Orders.HOLDER.value());
    private final X509Certificate certificate = certificate();

    @Test
    void areTheSameForTheSameSubject() throws Exception {
        assertThat(RequestNames.are(request(holder, false), certificate)).isTrue();
    }

    @Test
    void differByAnotherSubjectOrAFurtherName() throws Exception {
        X500Name other = Names.of(TestAuthority.ORGANIZATION, "0110100013");
        assertThat(RequestNames.are(request(other, false), certificate)).isFalse();
        assertThat(RequestNames.are(request(holder, true), certificate)).isFalse();
    }

    @Test
    void areNotTheSameInWhatIsNoRequest() {
        assertThat(RequestNames.are(new byte[] {0x30, 0x03, 1, 2, 3}, certificate))
                .isFalse();
        assertThat(RequestNames.are(new byte[0], certificate)).isFalse();
    }

    private byte[] request(X500Name subject, boolean furtherName) throws Exception {
        var builder = new JcaPKCS10CertificationRequestBuilder(subject, keys.getPublic());
        if (furtherName) {
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "other.example.jp")));
            builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate());
        }
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                .getEncoded();
    }

    private X509Certificate certificate() {
        var draft = new SigningDrafts(TestAuthority.PROFILES, TestAuthority.template(), TestAuthority.RANDOM)
                .draft(Orders.fresh(), HolderKey.madeHere(keys.getPublic()));
        byte[] toBeSigned = Base64.getDecoder().decode(draft.signing().toBeSigned());
        return Certificates.read(
                TestAuthority.authority().sign(TestAuthority.linter().lint(toBeSigned)));
    }
}
