package jp.shomei.contracts.notice;

/**
 * A part of an archive. It holds reference IDs.
 *
 * @param bytes the part, a megabyte at most; empty at the end
 * @param total the length of the whole
 */
public record ArchivePart(byte[] bytes, long total) {

    @Override
    public String toString() {
        return "ArchivePart[" + bytes.length + " of " + total + " bytes]";
    }
}
