package jp.shomei.ca.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes sound inputs a little: bits, octets that DER gives a meaning, parts left out, repeated or of another input. */
final class Mutation {

    /** Lengths that lie, tags that nest, numbers at an end. */
    private static final byte[][] TELLING = {
        {0},
        {(byte) 0x80},
        {(byte) 0xff},
        {0x7f},
        {0x30, (byte) 0x80},
        {(byte) 0x84, 0x7f, -1, -1, -1},
        {0x24, (byte) 0x80},
        {(byte) 0x88, -1, -1, -1, -1, -1, -1, -1, -1},
        {0x02, 0x00},
        {0x1f, -1, -1, -1, 0x7f},
        {0x03, 0x01, 0x00}
    };

    private static final int MOST_CHANGES = 4;
    private static final int LONGEST = 64 * 1024;

    private final List<byte[]> corpus;
    private final Random random;

    Mutation(List<byte[]> corpus, Random random) {
        this.corpus = corpus;
        this.random = random;
    }

    /** The next changed input. */
    byte[] next() {
        byte[] input = any().clone();
        for (int change = random.nextInt(MOST_CHANGES); change >= 0; change--) {
            input = change(input);
        }
        return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
    }

    private byte[] change(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = from + random.nextInt(input.length - from + 1);
        return switch (random.nextInt(6)) {
            case 0 -> flip(input);
            case 1 -> joined(Arrays.copyOf(input, from), telling(), rest(input, Math.min(from + 1, input.length)));
            case 2 -> joined(Arrays.copyOf(input, from), rest(input, to));
            case 3 -> joined(Arrays.copyOf(input, to), Arrays.copyOfRange(input, from, to), rest(input, to));
            case 4 -> joined(Arrays.copyOf(input, from), telling(), rest(input, from));
            default -> {
                byte[] other = any();
                yield joined(Arrays.copyOf(input, from), rest(other, random.nextInt(other.length + 1)));
            }
        };
    }

    private byte[] flip(byte[] input) {
        byte[] flipped = input.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] any() {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private byte[] telling() {
        return TELLING[random.nextInt(TELLING.length)];
    }

    private static byte[] rest(byte[] input, int from) {
        return Arrays.copyOfRange(input, from, input.length);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
