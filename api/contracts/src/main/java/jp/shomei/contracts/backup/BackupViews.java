package jp.shomei.contracts.backup;

import java.util.List;

/**
 * Which backups there are.
 *
 * @param items the newest first, at most 100
 */
public record BackupViews(List<BackupView> items) {

    public BackupViews {
        items = List.copyOf(items);
    }
}
