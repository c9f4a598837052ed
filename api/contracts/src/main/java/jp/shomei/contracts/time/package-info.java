/** Business time: Japan's calendar, and the simulated clock. */
@NullMarked
package jp.shomei.contracts.time;

import org.jspecify.annotations.NullMarked;
