/**
 * Messages to people: what a module gives to have them written and how it asks for them; a person's inbox and ways;
 * what staff do about messages that did not arrive, and the centre's own texts.
 */
@Version("3.3.0")
package org.yichuang.notices.api;

import org.osgi.annotation.versioning.Version;
