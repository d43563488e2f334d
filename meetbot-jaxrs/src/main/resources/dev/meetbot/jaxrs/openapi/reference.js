'use strict';

SwaggerUIBundle({
  url: 'openapi.json',
  domNode: document.getElementById('reference'),
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  filter: true,
  // an online validator would be told the address of this server
  validatorUrl: null,
  // keys stay in this page and go with it
  persistAuthorization: false,
});
