package org.yichuang.notices.internal.provider;

/**
 * A message as it is handed to a provider.
 *
 * @param id the same however often it is handed over
 * @param subject empty where the channel has none
 * @param body plain text
 * @param to the mail address or number
 * @param from the sender that the centre wants; empty for the deployment's
 * @param fromName the centre's name
 */
public record Parcel(String id, String subject, String body, String to, String from, String fromName) {}
