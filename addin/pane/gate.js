// biome-ignore-all lint/complexity/useArrowFunction: Internet Explorer 11 knows ES5 only
// biome-ignore-all lint/style/useTemplate: as above
// biome-ignore-all format: it would put commas after last arguments, which ES5 refuses
/* Runs first, in ES5 and from a file of its own (no inline script: CSP). Excel 2016 and 2019 show the pane in Internet
   Explorer 11 or the old Edge, where modules do not run and the pane would stay blank without a word. */
(function () {
  var REASONS = {
    browser: [
      'Bản Excel này dùng trình duyệt cũ nên khung Sổ Sạch không chạy được.',
      'This Excel shows add-ins in an old browser, where Sổ Sạch cannot run.'
    ],
    excel: [
      'Bản Excel này cũ hơn Excel 2021 nên khung Sổ Sạch không chạy được.',
      'This Excel is older than Excel 2021, so Sổ Sạch cannot run in it.'
    ],
    office: [
      'Không tải được thư viện Office của Microsoft. Kiểm tra mạng rồi mở lại khung này.',
      'Microsoft’s Office library did not load. Check the network and reopen this pane.'
    ]
  };
  var WORKBENCH = '/ban-lam-viec';

  function add(tag, text, parent) {
    var element = document.createElement(tag);
    element.appendChild(document.createTextNode(text));
    parent.appendChild(element);
    return element;
  }

  function show(reason) {
    var place = document.getElementById('sosach-pane');
    var words = REASONS[reason];
    var link;
    while (place.firstChild) place.removeChild(place.firstChild);
    place.className = 'sosach-gate';
    add('h1', 'Sổ Sạch', place);
    add('p', words[0], place).setAttribute('role', 'alert');
    add('p', 'Vẫn làm được mọi việc ngoài Excel: lưu sổ tính lại, rồi mở tệp đó ở trang sau bằng Chrome, Cốc Cốc hoặc Edge mới.', place);
    link = add('a', 'Mở bàn làm việc Sổ Sạch', add('p', '', place));
    link.href = WORKBENCH;
    link.target = '_blank';
    add('p', location.protocol + '//' + location.host + WORKBENCH, place);
    add('p', words[1] + ' Save the workbook and open it on the page above in a current browser.', place).lang = 'en';
  }

  /* main.tsx shows the other reasons; there is nothing for it to do once this one is shown. */
  window.sosachGate = { closed: false };
  window.sosachGate.show = show;
  if (!/Trident\/|MSIE |Edge\/\d/.test(navigator.userAgent)) return;
  window.sosachGate.closed = true;
  if (document.readyState !== 'loading') show('browser');
  else document.addEventListener('DOMContentLoaded', function () { show('browser'); });
})();
