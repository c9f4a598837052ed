/** Starting up: the data directory, and the first lines an operator sees. */
@NullMarked
package jp.shomei.app.start;

import org.jspecify.annotations.NullMarked;
