/** Decides about the mailed notices. */
@NullMarked
package jp.shomei.command.notice;

import org.jspecify.annotations.NullMarked;
