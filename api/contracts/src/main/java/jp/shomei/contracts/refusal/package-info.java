/** Why something was refused, in codes that never change; the words are the HTTP room's. */
@NullMarked
package jp.shomei.contracts.refusal;

import org.jspecify.annotations.NullMarked;
