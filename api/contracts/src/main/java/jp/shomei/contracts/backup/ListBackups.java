package jp.shomei.contracts.backup;

/** Asks which backups there are; answered with {@link BackupViews}. */
public record ListBackups() {}
