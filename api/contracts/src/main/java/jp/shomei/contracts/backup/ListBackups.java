package jp.shomei.contracts.backup;

/** Asks which backups there are; answered with a list of {@link BackupView}, the newest first, at most 100. */
public record ListBackups() {}
