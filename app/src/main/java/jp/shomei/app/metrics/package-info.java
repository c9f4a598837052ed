/** What can be measured from outside: Prometheus reads it, nothing in it says about whom. */
@NullMarked
package jp.shomei.app.metrics;

import org.jspecify.annotations.NullMarked;
