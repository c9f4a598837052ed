/** What keeps the stored history readable: golden files, a catalogue, and rules for every event at once. */
@NullMarked
package jp.shomei.contracts.event;

import org.jspecify.annotations.NullMarked;
