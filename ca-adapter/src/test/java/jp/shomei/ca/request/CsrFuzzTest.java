package jp.shomei.ca.request;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.fuzz.FuzzedEntrance;

/** A certification request: text as it was sent, or DER that is put into PEM here, to come past the base64. */
class CsrFuzzTest extends FuzzedEntrance {

    private static final CsrReader READER =
            new CsrReader(TestAuthority.PROFILES, new BlockedKeys(TestAuthority.memoryDatabase()));

    @Override
    protected void feed(byte[] input) {
        READER.read(input.length > 0 && input[0] == '-' ? new String(input, StandardCharsets.UTF_8) : pem(input));
    }

    private static String pem(byte[] der) {
        return "-----BEGIN CERTIFICATE REQUEST-----\n"
                + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE REQUEST-----\n";
    }
}
