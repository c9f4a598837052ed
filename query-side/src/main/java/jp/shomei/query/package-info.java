/** Answers: query handlers over the read models. */
@NullMarked
package jp.shomei.query;

import org.jspecify.annotations.NullMarked;
