package jp.shomei.projections.readmodel.view;

/** A document that is the sum of one aggregate's events up to its version. */
public interface VersionedDocument {

    /** The aggregate's identifier, {@code _id} of the document. */
    String id();

    /** The sequence number of the last event taken in. */
    long version();
}
