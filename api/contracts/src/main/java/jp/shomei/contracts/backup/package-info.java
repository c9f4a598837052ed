/** Copies of everything that cannot be rebuilt, and what is on record of having gone back to one. */
@NullMarked
package jp.shomei.contracts.backup;

import org.jspecify.annotations.NullMarked;
