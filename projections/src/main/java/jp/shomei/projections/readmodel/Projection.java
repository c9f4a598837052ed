package jp.shomei.projections.readmodel;

/** Builds one generation of a read model: an object with event handlers over its documents. */
public interface Projection {

    /** The documents its event handlers change. */
    BatchedDocuments<?> documents();
}
