/** The system over HTTP: who may call what, and in which words it answers. */
@NullMarked
package jp.shomei.http;

import org.jspecify.annotations.NullMarked;
