/** What an operator is told of the system's health, beyond whether it serves. */
@NullMarked
package jp.shomei.app.health;

import org.jspecify.annotations.NullMarked;
