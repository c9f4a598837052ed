package jp.shomei.correspondence;

import jp.shomei.correspondence.letter.Letters;
import jp.shomei.correspondence.mail.Mailing;
import jp.shomei.correspondence.slip.Slips;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The room that writes to the holders, by letter and by mail. */
@Configuration(proxyBeanMethods = false)
@Import({Letters.class, Mailing.class, Slips.class})
public class Correspondence {}
