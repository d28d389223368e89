/** Messages to people: what a module gives to have them written, and how they are asked for. */
package org.yichuang.notices.api;
