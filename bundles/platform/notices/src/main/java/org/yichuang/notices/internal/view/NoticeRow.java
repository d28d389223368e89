package org.yichuang.notices.internal.view;

import org.yichuang.notices.api.NoticeService.NoticeView;

/**
 * A message that did not arrive, or may not have, as a row shows it.
 *
 * @param notice the message
 * @param title what people call its kind
 * @param reason why it stands where it stands; empty when nothing is to be said
 */
public record NoticeRow(NoticeView notice, String title, String reason) {}
