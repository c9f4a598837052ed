/** Answers what reactions left alone, by an operator's decision. */
@NullMarked
package jp.shomei.query.deadletter;

import org.jspecify.annotations.NullMarked;
