/** Certificates of the system's own services: the OCSP responder, the port for terminals. */
@NullMarked
package jp.shomei.ca.service;

import org.jspecify.annotations.NullMarked;
