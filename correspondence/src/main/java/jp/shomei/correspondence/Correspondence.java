package jp.shomei.correspondence;

import org.springframework.context.annotation.Configuration;

/** The room that writes to the holders, by letter and by mail. */
@Configuration(proxyBeanMethods = false)
public class Correspondence {}
