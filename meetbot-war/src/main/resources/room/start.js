// The page where a room is chosen. It lies at "room", the rooms at "room/NAME".

const input = document.getElementById("room-name");
const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const random = crypto.getRandomValues(new Uint8Array(8));
input.value = [...random].map((byte) => letters[byte % letters.length]).join("");

document.getElementById("start").addEventListener("submit", (event) => {
  event.preventDefault();
  location.assign(new URL(`room/${encodeURIComponent(input.value)}`, location.href));
});
