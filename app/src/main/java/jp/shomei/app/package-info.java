/** Opens the doors: one program for each role, and the list of rooms it takes in. */
@NullMarked
package jp.shomei.app;

import org.jspecify.annotations.NullMarked;
