package jp.shomei.ca.download;

/**
 * Somebody who was let pass.
 *
 * @param content what else was sent
 * @param edition of which notice the reference ID was typed
 */
record Admission<T>(T content, int edition) {}
