package jp.shomei.ca.status;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the register has, since the start, once taken in everything that is on record. Until then a serial number that it
 * does not know may have been issued all the same.
 */
public final class RegisterCatchUp {

    private final Supplier<Boolean> look;
    private volatile boolean done;

    /**
     * @param look whether nothing is left to take in at this moment
     */
    public RegisterCatchUp(Supplier<Boolean> look) {
        this.look = look;
    }

    /**
     * As the reaction that keeps the register tells it. Where nobody knows of one, the register is as it is.
     *
     * @param progress asked for when it is needed; none in a system without reactions
     */
    public static RegisterCatchUp of(Supplier<@Nullable RegisterProgress> progress) {
        return new RegisterCatchUp(() -> {
            @Nullable RegisterProgress known = progress.get();
            return known == null || known.hasComeByTheStart();
        });
    }

    /** Whether it has. Once it has, it stays so. */
    public boolean isDone() {
        if (!done && look.get()) {
            done = true;
        }
        return done;
    }
}
