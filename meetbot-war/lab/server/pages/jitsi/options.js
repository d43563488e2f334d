// Settings in the address: #config.prejoinConfig.enabled=false&userInfo.displayName="Ada"

/** `{'config.startWithAudioMuted': true, …}`; values are JSON, and what is none is a text. */
export function addressOptions(hash = location.hash) {
  const options = {};
  for (const part of hash.slice(1).split('&').filter(Boolean)) {
    const [name, ...rest] = part.split('=');
    const text = decodeURIComponent(rest.join('='));
    try {
      options[name] = JSON.parse(text);
    } catch {
      options[name] = text;
    }
  }
  return options;
}

export const skipsPrejoin = (options) =>
  options['config.prejoinConfig.enabled'] === false || options['config.prejoinPageEnabled'] === false;

export const skipsApp = (options) =>
  options['config.deeplinking.disabled'] === true || options['config.disableDeepLinking'] === true;
