// Of each picture of the timeline: where it is, overlapping texts, and of each text its size,
// whether it stays inside, and its contrast.
const svg = [...document.querySelectorAll('.timeline svg')].filter(s => s.getBoundingClientRect().width);
const level = c => { const [r, g, b] = c.match(/[\d.]+/g).map(Number).map(v => v / 255)
  .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
const mixed = (color, below) => { canvas.fillStyle = below; canvas.fillRect(0, 0, 1, 1);
  canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
  return 'rgb(' + [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3) + ')'; };
const back = mixed(getComputedStyle(document.body).backgroundColor, 'white');
return svg.map(picture => {
  const frame = picture.getBoundingClientRect();
  const scale = frame.width / picture.viewBox.baseVal.width;
  const texts = [...picture.querySelectorAll('text')];
  const boxes = texts.map(text => text.getBoundingClientRect());
  let overlaps = 0;
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => {
    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3)
      overlaps += 1; }));
  return {
    left: frame.left, right: frame.right, overlaps,
    texts: texts.map((text, i) => { const front = level(mixed(getComputedStyle(text).fill, back)),
      ground = level(back); return {
      size: parseFloat(getComputedStyle(text).fontSize) * scale,
      inside: boxes[i].left >= frame.left - 1 && boxes[i].right <= frame.right + 1,
      contrast: (Math.max(front, ground) + 0.05) / (Math.min(front, ground) + 0.05)}; }),
  };
});
