package jp.shomei.ca.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.URI;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    private static final URI URL = URI.create("https://ca.example.jp/shomei");

    @Test
    void areBelowThePublicUrl() {
        PublicAddresses addresses = new PublicAddresses(URL, 1);
        assertThat(addresses.ocsp()).isEqualTo("https://ca.example.jp/shomei/ocsp");
        assertThat(addresses.issuer("ab")).isEqualTo("https://ca.example.jp/shomei/ca/crt/ab.crt");
        assertThat(addresses.listFor("ab", BigInteger.TEN)).isEqualTo("https://ca.example.jp/shomei/ca/crl/ab.crl");
    }

    @Test
    void divideBySerialNumber() {
        PublicAddresses addresses = new PublicAddresses(URL, 4);
        assertThat(addresses.listFor("ab", BigInteger.TEN)).endsWith("/ca/crl/ab-2.crl");
        assertThat(addresses.partitionOf(BigInteger.valueOf(12))).isZero();
    }

    @Test
    void arePartitionsThatACertificateIsReadToName() throws Exception {
        assertThat(Pointers.partitionIn(naming("http://ca.example.jp/ca/crl/ab-12.crl")))
                .isEqualTo(12);
        assertThat(Pointers.partitionIn(naming("http://ca.example.jp/ca/crl/ab.crl")))
                .isNull();
        assertThat(Pointers.partitionIn(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://ca.example.jp",
                "http:ca",
                "/ca",
                "http://ca.example.jp/",
                "http://ca.example.jp?x",
                "http://ca.example.jp#x",
                "http://user@ca.example.jp",
                "http://認証局.example.jp"
            })
    void mustBeUrlsThatAnybodyCanFollow(String url) {
        assertThatThrownBy(() -> new PublicAddresses(URI.create(url), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 257})
    void haveAFewPartitions(int partitions) {
        assertThatThrownBy(() -> new PublicAddresses(URL, partitions)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Extensions naming(String list) throws Exception {
        return new Extensions(new Extension(
                Extension.cRLDistributionPoints,
                false,
                Pointers.distributionPoint(list).getEncoded("DER")));
    }
}
