package jp.shomei.contracts.backup;

/**
 * Has a backup made of everything that cannot be rebuilt, while the system works. Answers a {@link BackupView} as soon as it
 * has begun; refused with {@code BACKUP_RUNNING}.
 */
public record MakeBackup() {}
