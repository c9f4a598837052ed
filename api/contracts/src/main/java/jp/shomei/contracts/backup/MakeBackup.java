package jp.shomei.contracts.backup;

/**
 * Has a backup made of everything that cannot be rebuilt, while the system works. Answers a {@link BackupView} as soon as it
 * has begun; refused with {@code BACKUP_RUNNING}, and with
 * {@code BACKUP_ELSEWHERE} if the data are in a database server, which has means of its own.
 */
public record MakeBackup() {}
