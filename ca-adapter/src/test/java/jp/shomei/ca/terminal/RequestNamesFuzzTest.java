package jp.shomei.ca.terminal;

import java.security.cert.X509Certificate;
import jp.shomei.ca.Register;
import jp.shomei.ca.fuzz.FuzzedEntrance;

/** A certification request whose names are compared with a certificate's before anybody has looked at the rest of it. */
class RequestNamesFuzzTest extends FuzzedEntrance {

    private static final X509Certificate PRESENTED = Register.empty().signed("202103100000001");

    @Override
    protected void feed(byte[] input) {
        RequestNames.are(input, PRESENTED);
    }

    @Override
    protected int rounds() {
        return 3_000;
    }
}
