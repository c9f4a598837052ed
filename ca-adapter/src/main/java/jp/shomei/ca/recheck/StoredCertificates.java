package jp.shomei.ca.recheck;

import java.util.function.Consumer;

/** Every certificate that was ever issued, as the durable store has it. */
public interface StoredCertificates {

    /**
     * Hands over one certificate after the other, in any order, without holding all of them in memory. What the consumer
     * throws ends the walk and is thrown on.
     */
    void forEach(Consumer<StoredCertificate> consumer);
}
