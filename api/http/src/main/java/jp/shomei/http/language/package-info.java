/** The sentences shown to people, in Japanese and English. */
@NullMarked
package jp.shomei.http.language;

import org.jspecify.annotations.NullMarked;
