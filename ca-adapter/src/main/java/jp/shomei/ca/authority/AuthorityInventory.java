package jp.shomei.ca.authority;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.ca.secret.SecretDirectory;

/** What certificates an authority's directory holds. No key is touched. */
public final class AuthorityInventory {

    private AuthorityInventory() {}

    /**
     * One of them.
     *
     * @param what it is, and where its key is
     * @param file its name in the directory
     * @param certificate itself; before the root has signed, only its name and key count
     * @param signed whether the root has signed it
     */
    public record Item(String what, String file, X509Certificate certificate, boolean signed) {}

    /** The root first, then the issuing certificates, newest first, then the key that waits for its certificate. */
    public static List<Item> of(SecretDirectory files) {
        AuthorityDirectory directory = new AuthorityDirectory(files);
        List<Item> items = new ArrayList<>();
        boolean keyHere = files.holds(AuthorityFile.ROOT.fileName());
        directory
                .root()
                .ifPresent(root -> items.add(new Item(
                        keyHere ? "Root, its key is here" : "Root, its key is offline",
                        files.holds(AuthorityDirectory.ROOT_CERTIFICATE)
                                ? AuthorityDirectory.ROOT_CERTIFICATE
                                : AuthorityFile.ROOT.fileName(),
                        root,
                        true)));
        directory.installed().forEach(generation -> items.add(item("Issuing, its key is", generation, directory)));
        directory
                .pending()
                .ifPresent(waiting -> items.add(item("Waits for its certificate, its key is", waiting, directory)));
        return items;
    }

    private static Item item(String what, Generation generation, AuthorityDirectory directory) {
        String where = generation.form() == Generation.Form.TOKEN ? " on a hardware token" : " in the key store";
        return new Item(what + where, generation.fileName(), directory.certificate(generation), !generation.pending());
    }
}
