package jp.shomei.app.move;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import jp.shomei.app.history.HistoryDigest;

/** A sum over rows by which they are compared, the same in every order: a database need not give them twice in the same one. */
final class RowSum {

    private final MessageDigest sha256 = HistoryDigest.sha256();
    private BigInteger sum = BigInteger.ZERO;

    void add(Line.Row row) {
        byte[] digest = sha256.digest(Line.of(row).text().getBytes(StandardCharsets.UTF_8));
        sum = sum.add(new BigInteger(1, digest));
    }

    boolean isThatOf(RowSum other) {
        return sum.equals(other.sum);
    }
}
