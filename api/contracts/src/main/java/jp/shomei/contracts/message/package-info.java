/** What every message has in common: who sent it, what was recorded, how it is written down. */
@NullMarked
package jp.shomei.contracts.message;

import org.jspecify.annotations.NullMarked;
