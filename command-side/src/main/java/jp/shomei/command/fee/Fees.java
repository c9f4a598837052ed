package jp.shomei.command.fee;

import org.springframework.context.annotation.Configuration;

/** What fees need: charging, collecting and closing. */
@Configuration(proxyBeanMethods = false)
public class Fees {}
