/** Keeps the filed registrations. */
@NullMarked
package jp.shomei.command.institution;

import org.jspecify.annotations.NullMarked;
