package jp.shomei.ca.authority;

/** The files in the authority's directory. All of them are made together, at the first start. */
public enum AuthorityFile {
    /** The root's key and certificate. */
    ROOT("root.p12"),
    /** The issuing key, its certificate and the root's. */
    ISSUING("issuing.p12"),
    /** The password of both key stores. */
    PASSWORD("key-store.password"),
    /** The key from which reference IDs are derived. */
    REFERENCE_KEY("reference-id.key"),
    /** The key that, together with a reference ID, encrypts escrowed keys. */
    ESCROW_KEY("escrow.key");

    private final String fileName;

    AuthorityFile(String fileName) {
        this.fileName = fileName;
    }

    /** Its name in the directory. */
    public String fileName() {
        return fileName;
    }
}
