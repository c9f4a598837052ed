/** The distributed mode: events, commands and queries go through Axon Server to whichever node takes them. */
@NullMarked
package jp.shomei.app.distributed;

import org.jspecify.annotations.NullMarked;
